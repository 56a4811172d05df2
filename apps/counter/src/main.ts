// The counter screen's entry. What the counter may do is decided in counterFlow.ts; screens/ show it.
import { createScreen } from '@hall/client/boot/createScreen';
import App from './App.vue';

createScreen(App);
