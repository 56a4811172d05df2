// The manager's entry: the hall as it stands now, and the business day.
import { createScreen } from '@hall/client/boot/createScreen';
import { managerDayTexts } from '@hall/core/text/managerDayText';
import { managerDefinitions } from '@hall/core/text/managerDefinitions';
import { managerTexts } from '@hall/core/text/managerText';
import App from './App.vue';

createScreen(App, managerTexts, managerDayTexts, managerDefinitions);
