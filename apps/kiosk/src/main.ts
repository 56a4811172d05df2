// The kiosk screen's entry. What it decides is in kioskFlow.ts, what it shows in screens/.
import { createScreen } from '@hall/client/boot/createScreen';
import { kioskTexts } from '@hall/core/text/kioskText';
import { slipTexts } from '@hall/core/text/slipText';
import App from './App.vue';
import './kiosk.css';

createScreen(App, kioskTexts, slipTexts);
