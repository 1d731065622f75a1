import { strToU8, zipSync } from 'fflate';
import { guardedText } from '../formula-guard.codec.js';
import { contentXml } from './content.codec.js';
import { ODF_ROOT } from './namespaces.fact.js';
import type { Spreadsheet } from './sheet.fact.js';
import { stylesXml } from './styles.codec.js';
import { element, xmlDocument, xmlText } from './xml.codec.js';

export const ODS_MEDIA_TYPE = 'application/vnd.oasis.opendocument.spreadsheet';

/** The first moment that a zip can name, by the local clock, which is what a zip holds: the same bytes everywhere. */
const ZIP_EPOCH = new Date(1980, 0, 1);

/**
 * A spreadsheet as an OpenDocument package: the same bytes for the same spreadsheet. `mimetype` comes first and stored,
 * as the standard wants it (ODF 1.3, part 2, section 3.3).
 */
export function odsBytes(spreadsheet: Spreadsheet): Uint8Array {
  return zipSync(
    {
      mimetype: [strToU8(ODS_MEDIA_TYPE), { level: 0 }],
      'META-INF/manifest.xml': strToU8(packageXml()),
      'meta.xml': strToU8(metaXml(spreadsheet)),
      'styles.xml': strToU8(stylesXml()),
      'content.xml': strToU8(contentXml(spreadsheet)),
    },
    { mtime: ZIP_EPOCH, level: 9 },
  );
}

function packageXml(): string {
  const entry = (path: string, mediaType: string): string =>
    element('manifest:file-entry', { 'manifest:full-path': path, 'manifest:media-type': mediaType });
  return xmlDocument(
    element(
      'manifest:manifest',
      { 'xmlns:manifest': 'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0', 'manifest:version': '1.3' },
      entry('/', ODS_MEDIA_TYPE),
      ...['meta.xml', 'styles.xml', 'content.xml'].map((path) => entry(path, 'text/xml')),
    ),
  );
}

function metaXml({ title, madeAt }: Spreadsheet): string {
  return xmlDocument(
    element(
      'office:document-meta',
      ODF_ROOT,
      element(
        'office:meta',
        {},
        element('dc:title', {}, xmlText(guardedText(title))),
        element('dc:language', {}, 'en-GB'),
        element('dc:date', {}, xmlText(guardedText(madeAt))),
      ),
    ),
  );
}
