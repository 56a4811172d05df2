// The counter screen's entry. What the counter may do is decided in counterFlow.ts; screens/ show it.
import { createScreen } from '@hall/client/boot/createScreen';
import { callReasonTexts } from '@hall/core/text/callReasonText';
import { counterActionTexts } from '@hall/core/text/counterActionText';
import { counterListTexts } from '@hall/core/text/counterListText';
import { counterTexts } from '@hall/core/text/counterText';
import { deskTexts } from '@hall/core/text/deskText';
import App from './App.vue';

createScreen(App, callReasonTexts, counterActionTexts, counterListTexts, counterTexts, deskTexts);
