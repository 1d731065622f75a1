import type { JSX } from 'preact';
import { Document, type Frame } from '../layout/document.page.js';

/** What was tried of how everybody can use the pages, and what was not. */
export function AccessibilityPage({ frame }: { readonly frame: Frame }): JSX.Element {
  return (
    <Document
      frame={frame}
      title="Accessibility"
      crumbs={[{ title: 'Promises', href: '/' }, { title: 'Accessibility' }]}
    >
      <h1>Accessibility</h1>
      <p class="lead__text">
        Everybody should be able to use this site. It is built to meet the Web Content Accessibility Guidelines 2.2,
        level AA.
      </p>
      <h2>What you can do</h2>
      <ul>
        <li>Use every page with a keyboard alone.</li>
        <li>Make the text four times as large, or the window as narrow as a phone, without scrolling sideways.</li>
        <li>Read every chart as a table or in words.</li>
        <li>Pause updates. A page never moves you away from where you are reading.</li>
        <li>Use your own colours, ask for less motion, or print a page.</li>
        <li>Use everything without JavaScript, but for updates without loading the page again.</li>
      </ul>
      <h2>What was tried</h2>
      <p>Programs try the pages in Chromium each time the site is changed. They check:</p>
      <ul>
        <li>the rules of axe for WCAG 2.2 A and AA, at 1280 and at 320 pixels wide</li>
        <li>that the HTML is valid, with one main heading and headings in order</li>
        <li>the keyboard, forced colours, less motion, print, and no JavaScript</li>
      </ul>
      <h2>What was not tried</h2>
      <ul>
        <li>Screen readers were not tried.</li>
        <li>Voice control and screen magnifiers were not tried.</li>
        <li>No browser but Chromium was tried.</li>
        <li>No disabled people have tried the site yet.</li>
      </ul>
      <p>Programs find only some barriers, so there may be others. This site has not been audited by anybody.</p>
    </Document>
  );
}
