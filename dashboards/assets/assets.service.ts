import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Injectable } from '@nestjs/common';

/** Where pages find what they are shown with. Each address changes with what lies there. */
export interface AssetAddresses {
  readonly styles: string;
  readonly live: string;
  readonly faro: string;
  readonly telemetry: string;
  readonly icon: string;
}

export interface Asset {
  readonly mediaType: string;
  readonly content: Buffer;
}

const files = {
  styles: { name: 'site', extension: 'css', mediaType: 'text/css; charset=utf-8' },
  live: { name: 'live.script', extension: 'js', mediaType: 'text/javascript; charset=utf-8' },
  faro: { name: 'faro-web-sdk.iife', extension: 'js', mediaType: 'text/javascript; charset=utf-8' },
  telemetry: { name: 'telemetry.script', extension: 'js', mediaType: 'text/javascript; charset=utf-8' },
  icon: { name: 'icon', extension: 'svg', mediaType: 'image/svg+xml' },
} as const;

/** What the build made for browsers: read once, named by content, so that it may be kept for ever. */
@Injectable()
export class Assets {
  readonly addresses: AssetAddresses;
  private readonly byName = new Map<string, Asset>();

  constructor() {
    const folder = join(packageFolder(import.meta.dirname), 'dist', 'dashboards', 'assets');
    const addressOf = (file: keyof typeof files): string => {
      const { name, extension, mediaType } = files[file];
      const content = readFileSync(join(folder, `${name}.${extension}`));
      const named = `${name}.${createHash('sha256').update(content).digest('hex').slice(0, 12)}.${extension}`;
      this.byName.set(named, { mediaType, content });
      return `/assets/${named}`;
    };
    this.addresses = {
      styles: addressOf('styles'),
      live: addressOf('live'),
      faro: addressOf('faro'),
      telemetry: addressOf('telemetry'),
      icon: addressOf('icon'),
    };
  }

  /** `null` where there is none of the name. */
  named(name: string): Asset | null {
    return this.byName.get(name) ?? null;
  }
}

/** The nearest folder above with a package.json: pages run from their source and from what is built of it. */
function packageFolder(from: string): string {
  return existsSync(join(from, 'package.json')) ? from : packageFolder(dirname(from));
}
