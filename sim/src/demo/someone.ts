// Who a visitor of the pretend hall says he is: names and phone numbers that belong to nobody.
import type { Random } from '@hall/core/base/random';
import type { ToldVisitor } from '@hall/core/domain/visitor';

const names = ['张三', '李四', '王五', '赵六', '钱七'] as const;

export function someone(random: Random): ToldVisitor {
  const nth = random.below(400);
  return { name: names[nth % names.length] ?? names[0], phone: `1380000${String(nth).padStart(4, '0')}`, idNumber: null };
}
