// The manager's entry: the hall as it stands now, and the business day.
import { createScreen } from '@hall/client/boot/createScreen';
import App from './App.vue';

createScreen(App);
