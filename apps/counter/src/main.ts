// The counter screen's entry. What the counter may do is decided in counterFlow.ts; screens/ show it.
import { createScreen } from '@hall/client/boot/createScreen';
import { callReasonTexts } from '@hall/core/text/callReasonText';
import { counterActionTexts } from '@hall/core/text/counterActionText';
import { counterTexts } from '@hall/core/text/counterText';
import App from './App.vue';

createScreen(App, callReasonTexts, counterActionTexts, counterTexts);
