// The kiosk screen's entry. What it decides is in kioskFlow.ts, what it shows in screens/.
import { createScreen } from '@hall/client/boot/createScreen';
import App from './App.vue';
import './kiosk.css';

createScreen(App);
