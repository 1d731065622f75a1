import { Module, type DynamicModule, type MiddlewareConsumer, type NestModule, type Provider } from '@nestjs/common';
import { json } from 'express';
import { measures } from '../../libs/measures/measure-list.measure.js';
import { OpenApiModule } from '../../libs/openapi/openapi.module.js';
import { ENGINE_STORE, type EngineStore } from '../../libs/store/engine-store.port.js';
import { AttentionController } from './attention/attention.controller.js';
import { AttentionService } from './attention/attention.service.js';
import { ATTENTION_SETTINGS, DEFAULT_ATTENTION_SETTINGS } from './attention/attention.settings.js';
import { AttentionStreams } from './attention/attention-streams.service.js';
import { KeptChanges } from './attention/kept-changes.service.js';
import { StateKeeper } from './attention/state-keeper.service.js';
import { Deliveries } from './webhook/deliveries.service.js';
import { AUDIT } from '../../libs/access/audit.port.js';
import { AUDIT_STORE, type AuditStore } from '../../libs/store/audit-store.port.js';
import { AuditController } from './audit/audit.controller.js';
import { StoredAudit } from './audit/stored-audit.service.js';
import { AggregatesController } from './aggregates/aggregates.controller.js';
import { AggregatesService } from './aggregates/aggregates.service.js';
import { ChecksController } from './checks/checks.controller.js';
import { ChecksService } from './checks/checks.service.js';
import { LateFactsSince } from './checks/late-facts.service.js';
import { CommitmentsController } from './commitments/commitments.controller.js';
import { CommitmentsService } from './commitments/commitments.service.js';
import { FrameworkService } from './commitments/framework.service.js';
import { ControlledFigures } from './controlled/controlled-figures.service.js';
import { DecidingAhead } from './controlled/deciding-ahead.service.js';
import { PublicationSteps } from './controlled/publication-steps.service.js';
import { StepsController } from './controlled/steps.controller.js';
import { DimensionsController } from './definitions/dimensions.controller.js';
import { DistributionController } from './distribution/distribution.controller.js';
import { DistributionService } from './distribution/distribution.service.js';
import { ObservationsWorkbookController } from './downloads/observations-workbook.controller.js';
import { ExplainController } from './explain/explain.controller.js';
import { ExplainService } from './explain/explain.service.js';
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
  defaultPublication,
  DEFAULT_EXPLAIN_SETTINGS,
  DEFAULT_SETTINGS,
  DEFAULT_STREAM_SETTINGS,
  EXPLAIN_SETTINGS,
  MEASURES,
  PUBLICATION_SETTINGS,
  QUERY_SETTINGS,
  STREAM_SETTINGS,
  type QuerySettings,
  type StreamSettings,
} from './query.settings.js';
import { QuarantineController } from './quarantine/quarantine.controller.js';
import { QuarantineService } from './quarantine/quarantine.service.js';
import { EntryStandings } from './quarantine/standing.service.js';
import { QueueController } from './queue/queue.controller.js';
import { QueueService } from './queue/queue.service.js';
import { ReleaseMaking } from './releases/release-making.service.js';
import { ReleaseReading } from './releases/release-reading.service.js';
import { ReleasesController } from './releases/releases.controller.js';
import { ReportedCases } from './reported/reported-cases.service.js';
import { StandingsService } from './attention/standings.service.js';
import { StatusController } from './status/status.controller.js';
import { StatusService } from './status/status.service.js';
import { FigureMetrics } from './telemetry/figure-metrics.service.js';
import { FiguresTelemetry } from './telemetry/figures-telemetry.service.js';
import { StatusMetrics } from './telemetry/status-metrics.service.js';
import { TargetsController } from './definitions/targets.controller.js';

/** Bytes of the body that asks for a release. */
const LARGEST_RELEASE_REQUEST = 16 * 1024;

/**
 * Store → figures → HTTP. The wiring application provides ENGINE_STORE, ATTENTION_STORE, RELEASE_STORE, AUDIT_STORE,
 * EVENT_LOG, CLOCK and REGISTER globally, and imports AccessModule and ProblemsModule; it may provide FILLING and WEBHOOK.
 */
@Module({
  imports: [OpenApiModule],
  controllers: [
    AggregatesController,
    AttentionController,
    AuditController,
    ChecksController,
    CommitmentsController,
    DimensionsController,
    DistributionController,
    ExplainController,
    HealthController,
    MeasuresController,
    ObservationsController,
    ObservationStreamController,
    ObservationsWorkbookController,
    QuarantineController,
    QueueController,
    ReleasesController,
    StatusController,
    StepsController,
    TargetsController,
  ],
  providers: [
    { provide: QUERY_SETTINGS, useValue: DEFAULT_SETTINGS },
    { provide: STREAM_SETTINGS, useValue: DEFAULT_STREAM_SETTINGS },
    { provide: EXPLAIN_SETTINGS, useValue: DEFAULT_EXPLAIN_SETTINGS },
    { provide: ATTENTION_SETTINGS, useValue: DEFAULT_ATTENTION_SETTINGS },
    { provide: MEASURES, useValue: measures },
    { provide: PUBLICATION_SETTINGS, useFactory: defaultPublication },
    { provide: AUDIT, useFactory: (store: AuditStore) => new StoredAudit(store), inject: [AUDIT_STORE] },
    { provide: FigureFollower, useFactory: followerOf, inject: [ENGINE_STORE, FiguresTelemetry] },
    FiguresTelemetry,
    { provide: FIGURES_WATCH, useExisting: FiguresTelemetry },
    FigureMetrics,
    StatusMetrics,
    AggregatesService,
    AttentionService,
    AttentionStreams,
    KeptChanges,
    StateKeeper,
    Deliveries,
    { provide: READINESS, useFactory: readinessOf, inject: [FigureFollower] },
    ChecksService,
    CommitmentsService,
    ControlledFigures,
    DecidingAhead,
    PublicationSteps,
    DistributionService,
    ExplainService,
    FollowingService,
    FrameworkService,
    FreshnessService,
    IndicatorsService,
    LateFactsSince,
    ObservationsService,
    ObservationStreams,
    QuarantineService,
    EntryStandings,
    QueueService,
    ReleaseMaking,
    ReleaseReading,
    ReportedCases,
    StandingsService,
    StatusService,
  ],
})
export class QueryModule implements NestModule {
  /** A release is asked for with a body; whatever else takes one reads it itself. */
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(json({ limit: LARGEST_RELEASE_REQUEST })).forRoutes('v1/releases');
  }

  /** With other settings than the embedded profile's, and other providers in the place of its own. */
  static with(
    settings: QuerySettings,
    streams: StreamSettings = DEFAULT_STREAM_SETTINGS,
    others: readonly Provider[] = [],
  ): DynamicModule {
    return {
      module: QueryModule,
      exports: [FreshnessService, FigureFollower, ReleaseMaking],
      providers: [
        { provide: QUERY_SETTINGS, useValue: settings },
        { provide: STREAM_SETTINGS, useValue: streams },
        ...others,
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
