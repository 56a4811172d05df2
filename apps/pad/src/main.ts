// The pad's entry: one page at one counter, in public hands.
import { createScreen } from '@hall/client/boot/createScreen';
import { padTexts } from '@hall/core/text/padText';
import App from './App.vue';

createScreen(App, padTexts);
