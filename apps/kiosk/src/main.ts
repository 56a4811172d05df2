// The kiosk screen's entry. What it decides is in kioskFlow.ts, what it shows in screens/.
import { createScreen } from '@hall/client/boot/createScreen';
import { kioskAlsoTexts } from '@hall/core/text/kioskAlsoText';
import { kioskGiveBackTexts } from '@hall/core/text/kioskGiveBackText';
import { kioskCalmTexts } from '@hall/core/text/kioskCalmText';
import { kioskCheckInTexts } from '@hall/core/text/kioskCheckInText';
import { kioskFindTexts } from '@hall/core/text/kioskFindText';
import { kioskGuideTexts } from '@hall/core/text/kioskGuideText';
import { kioskModeTexts } from '@hall/core/text/kioskModeText';
import { kioskPaperTexts } from '@hall/core/text/kioskPaperText';
import { kioskTexts } from '@hall/core/text/kioskText';
import { guideSlipTexts } from '@hall/core/text/guideSlipText';
import { slipTexts } from '@hall/core/text/slipText';
import { waitTexts } from '@hall/core/text/waitText';
import App from './App.vue';
import './kiosk.css';

createScreen(
  App, guideSlipTexts, kioskAlsoTexts, kioskCalmTexts, kioskCheckInTexts, kioskFindTexts, kioskGiveBackTexts, kioskGuideTexts, kioskModeTexts, kioskPaperTexts, kioskTexts, slipTexts, waitTexts,
);
