// The pad's entry: one page at one counter, in public hands.
import { createScreen } from '@hall/client/boot/createScreen';
import App from './App.vue';

createScreen(App);
