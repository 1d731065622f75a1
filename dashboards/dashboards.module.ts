import { Module, type DynamicModule, type MiddlewareConsumer, type NestModule } from '@nestjs/common';
import { rememberForWhom } from '../libs/serving/limits/forwarded-for.service.js';
import { AnnualController } from './annual/annual.controller.js';
import { AnnualReading } from './annual/annual-reading.service.js';
import { FilingController } from './annual/filing.controller.js';
import { IntakeClient } from './annual/intake.client.js';
import { ReleaseController } from './annual/release.controller.js';
import { ReleaseMakingController } from './annual/release-making.controller.js';
import { ReleaseOrders } from './annual/release-orders.service.js';
import { AssetsController } from './assets/assets.controller.js';
import { Assets } from './assets/assets.service.js';
import { FrontController } from './front/front.controller.js';
import { GuideController } from './guide/guide.controller.js';
import { MissingController } from './layout/missing.controller.js';
import { Rendering } from './layout/rendering.service.js';
import { AttentionChanges } from './live/attention-changes.service.js';
import { AttentionController } from './live/attention.controller.js';
import { BehindFigures } from './live/bands/behind-figures.service.js';
import { ChangesController } from './live/changes.controller.js';
import { Changes } from './live/changes.service.js';
import { LiveController } from './live/live.controller.js';
import { MeasureController } from './live/measure.controller.js';
import { LookAsController } from './looking/look-as.controller.js';
import { PAGES_SETTINGS, type PagesSettings } from './pages.settings.js';
import { CommitmentController } from './promises/commitment.controller.js';
import { FiguresReading } from './promises/figures-reading.service.js';
import { PublishedReading } from './promises/published/published-reading.service.js';
import { QueryClient } from './query-client/query.client.js';
import { ReferenceController } from './reference/reference.controller.js';
import { ComparisonReading } from './scrutiny/comparison-reading.service.js';
import { ExplainPageController } from './scrutiny/explain.controller.js';
import { KnowingService } from './scrutiny/knowing.service.js';
import { MeasureScrutinyController } from './scrutiny/measure-scrutiny.controller.js';
import { ScrutinyController } from './scrutiny/scrutiny.controller.js';
import { IssuerClient } from './sign-in/issuer.client.js';
import { SessionReader } from './sign-in/session-reader.service.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { SearchController } from './search/search.controller.js';
import { StatusPageController } from './status/status-page.controller.js';
import { ConsentController } from './telemetry/consent.controller.js';

/** Pages for managers, scrutiny, compiler and public. They know query by its HTTP contract only. */
@Module({})
export class DashboardsModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(rememberForWhom, SessionReader).forRoutes('{*path}');
  }

  /** To be imported last: it answers for every address that nobody else does. */
  static with(settings: PagesSettings): DynamicModule {
    return {
      module: DashboardsModule,
      controllers: [
        FrontController,
        GuideController,
        FilingController,
        ReleaseController,
        AnnualController,
        ReleaseMakingController,
        CommitmentController,
        AttentionController,
        ChangesController,
        LiveController,
        MeasureController,
        ScrutinyController,
        ExplainPageController,
        MeasureScrutinyController,
        ReferenceController,
        StatusPageController,
        SearchController,
        ConsentController,
        LookAsController,
        SignInController,
        AssetsController,
        MissingController,
      ],
      providers: [
        { provide: PAGES_SETTINGS, useValue: settings },
        AnnualReading,
        Assets,
        BehindFigures,
        AttentionChanges,
        Changes,
        ComparisonReading,
        FiguresReading,
        IntakeClient,
        IssuerClient,
        KnowingService,
        PublishedReading,
        QueryClient,
        ReleaseOrders,
        Rendering,
      ],
    };
  }
}
