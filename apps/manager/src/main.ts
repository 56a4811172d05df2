// The manager's entry: the hall as it stands now and the business day, the plan, appointments, devices, people, the audit trail.
import { createScreen } from '@hall/client/boot/createScreen';
import { enrolProblems } from '@hall/core/text/enrolText';
import { lookTexts } from '@hall/core/text/lookText';
import { managerAppointmentTexts } from '@hall/core/text/managerAppointmentText';
import { managerDayTexts } from '@hall/core/text/managerDayText';
import { managerDefinitions } from '@hall/core/text/managerDefinitions';
import { managerDeviceTexts } from '@hall/core/text/managerDeviceText';
import { managerOrderTexts } from '@hall/core/text/managerOrderText';
import { managerAuditTexts } from '@hall/core/text/managerAuditText';
import { managerPeopleTexts } from '@hall/core/text/managerPeopleText';
import { dutyTexts, extraRightTexts } from '@hall/core/text/peopleText';
import { managerPlanTexts } from '@hall/core/text/managerPlanText';
import { managerTexts } from '@hall/core/text/managerText';
import App from './App.vue';
import './orders.css';
import './pages.css';

createScreen(App, managerTexts, managerDayTexts, managerOrderTexts, managerDefinitions, managerPlanTexts, managerAppointmentTexts, managerDeviceTexts, managerPeopleTexts, managerAuditTexts, dutyTexts, extraRightTexts, lookTexts, enrolProblems);
