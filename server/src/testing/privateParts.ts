// Where private parts are in something a screen received (V3): every key named `staff`, however deep,
// also inside texts that are JSON themselves, as snapshots are.

export function privateParts(value: unknown, path = ''): string[] {
  if (typeof value === 'string') return value.startsWith('{') ? privateParts(JSON.parse(value), path) : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => {
    const place = path === '' ? key : `${path}.${key}`;
    return key === 'staff' ? [place] : privateParts(part, place);
  });
}
