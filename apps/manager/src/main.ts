// The manager's entry: the hall as it stands now, and the business day.
import { createScreen } from '@hall/client/boot/createScreen';
import { managerDayTexts } from '@hall/core/text/managerDayText';
import { managerDefinitions } from '@hall/core/text/managerDefinitions';
import { managerOrderTexts } from '@hall/core/text/managerOrderText';
import { managerTexts } from '@hall/core/text/managerText';
import App from './App.vue';
import './orders.css';

createScreen(App, managerTexts, managerDayTexts, managerOrderTexts, managerDefinitions);
