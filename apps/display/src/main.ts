// The display's entry: boards and counter screens. What is shown where is decided in placeFlow.ts.
import { createScreen } from '@hall/client/boot/createScreen';
import { displayTexts } from '@hall/core/text/displayText';
import { waitTexts } from '@hall/core/text/waitText';
import App from './App.vue';

createScreen(App, displayTexts, waitTexts, { signs: '▶◀▼⚠→–' });
