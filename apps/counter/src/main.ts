// The counter screen's entry. What the counter may do is decided in counterFlow.ts; screens/ show it.
import { createScreen } from '@hall/client/boot/createScreen';
import { attachmentTexts } from '@hall/core/text/attachmentText';
import { callReasonTexts } from '@hall/core/text/callReasonText';
import { counterActionTexts } from '@hall/core/text/counterActionText';
import { counterListTexts } from '@hall/core/text/counterListText';
import { counterStartTexts } from '@hall/core/text/counterStartText';
import { counterTexts } from '@hall/core/text/counterText';
import { deskTexts } from '@hall/core/text/deskText';
import { lookTexts } from '@hall/core/text/lookText';
import App from './App.vue';

createScreen(App, attachmentTexts, lookTexts, callReasonTexts, counterActionTexts, counterListTexts, counterStartTexts, counterTexts, deskTexts);
