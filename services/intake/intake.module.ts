import { Module } from '@nestjs/common';
import { EventsController } from './events.controller.js';
import { IntakeTelemetry } from './intake-telemetry.service.js';
import { IntakeService } from './intake.service.js';
import { CONTRACT_SETTINGS, INTAKE_SETTINGS } from './intake.settings.js';

/**
 * HTTP → checked event → log. The wiring application provides EVENT_LOG and CLOCK globally, imports AccessModule and
 * ProblemsModule, and is created with `bodyParser: false`: the door reads bodies itself, after the guard.
 */
@Module({
  controllers: [EventsController],
  providers: [IntakeService, IntakeTelemetry, { provide: INTAKE_SETTINGS, useValue: CONTRACT_SETTINGS }],
})
export class IntakeModule {}
