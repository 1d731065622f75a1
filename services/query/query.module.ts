import { Module, type DynamicModule } from '@nestjs/common';
import { OpenApiModule } from '../../libs/openapi/openapi.module.js';
import { ENGINE_STORE, type EngineStore } from '../../libs/store/engine-store.port.js';
import { AttentionController } from './attention/attention.controller.js';
import { AttentionService } from './attention/attention.service.js';
import { CommitmentsController } from './commitments/commitments.controller.js';
import { CommitmentsService } from './commitments/commitments.service.js';
import { DimensionsController } from './definitions/dimensions.controller.js';
import { FigureFollower } from './following/figure-follower.service.js';
import { FIGURES_WATCH } from './following/figures-watch.port.js';
import { READINESS, type Readiness } from '../../libs/serving/readiness.port.js';
import { HealthController } from '../../libs/serving/health.controller.js';
import { FollowingService } from './following/following.service.js';
import { FreshnessService } from './following/freshness.service.js';
import { IndicatorsService } from './commitments/indicators.service.js';
import { MeasuresController } from './definitions/measures.controller.js';
import { ObservationStreamController } from './stream/observation-stream.controller.js';
import { ObservationStreams } from './stream/observation-streams.service.js';
import { ObservationsController } from './observations/observations.controller.js';
import { ObservationsService } from './observations/observations.service.js';
import {
  DEFAULT_SETTINGS,
  DEFAULT_STREAM_SETTINGS,
  QUERY_SETTINGS,
  STREAM_SETTINGS,
  type QuerySettings,
  type StreamSettings,
} from './query.settings.js';
import { StandingsService } from './attention/standings.service.js';
import { StatusController } from './status/status.controller.js';
import { StatusService } from './status/status.service.js';
import { FigureMetrics } from './telemetry/figure-metrics.service.js';
import { FiguresTelemetry } from './telemetry/figures-telemetry.service.js';
import { StatusMetrics } from './telemetry/status-metrics.service.js';
import { TargetsController } from './definitions/targets.controller.js';

/**
 * Store → figures → HTTP. The wiring application provides ENGINE_STORE, EVENT_LOG, CLOCK and REGISTER globally, and
 * imports AccessModule and ProblemsModule; it may provide FILLING.
 */
@Module({
  imports: [OpenApiModule],
  controllers: [
    AttentionController,
    CommitmentsController,
    DimensionsController,
    HealthController,
    MeasuresController,
    ObservationsController,
    ObservationStreamController,
    StatusController,
    TargetsController,
  ],
  providers: [
    { provide: QUERY_SETTINGS, useValue: DEFAULT_SETTINGS },
    { provide: STREAM_SETTINGS, useValue: DEFAULT_STREAM_SETTINGS },
    { provide: FigureFollower, useFactory: followerOf, inject: [ENGINE_STORE, FiguresTelemetry] },
    FiguresTelemetry,
    { provide: FIGURES_WATCH, useExisting: FiguresTelemetry },
    FigureMetrics,
    StatusMetrics,
    AttentionService,
    { provide: READINESS, useFactory: readinessOf, inject: [FigureFollower] },
    CommitmentsService,
    FollowingService,
    FreshnessService,
    IndicatorsService,
    ObservationsService,
    ObservationStreams,
    StandingsService,
    StatusService,
  ],
})
export class QueryModule {
  /** With other settings than the embedded profile's. */
  static with(settings: QuerySettings, streams: StreamSettings = DEFAULT_STREAM_SETTINGS): DynamicModule {
    return {
      module: QueryModule,
      providers: [
        { provide: QUERY_SETTINGS, useValue: settings },
        { provide: STREAM_SETTINGS, useValue: streams },
      ],
    };
  }
}

function followerOf(store: EngineStore, telemetry: FiguresTelemetry): FigureFollower {
  return new FigureFollower(store, (segments) => telemetry.tookIn(segments));
}

function readinessOf(follower: FigureFollower): Readiness {
  const reason = 'The figures have not been taken in yet, or nothing has begun to count them.';
  return { missing: () => Promise.resolve(follower.figures === null ? reason : null) };
}
