import { screenConfig } from '@hall/client/boot/viteConfig';
export default screenConfig('display');
