import type { Page } from 'playwright-core';
import { theSite } from './site.testkit.js';

const tellOfViolations = `addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
  console.error('content security policy: ' + violatedDirective + ' ' + blockedURI);
})`;

/**
 * What goes wrong in a tab from now on: errors, warnings, what the policy forbids, what fails, what leaves the hosts of these
 * addresses.
 */
export async function complaintsOf(tab: Page, addresses = [theSite()]): Promise<readonly string[]> {
  const origins = addresses.map((address) => new URL(address).origin);
  const complaints: string[] = [];
  await tab.addInitScript({ content: tellOfViolations });
  tab.on('console', (message) => {
    // Of the page itself being missing, which is what was asked for.
    const isOwnStatus = message.location().url === tab.url() && message.text().startsWith('Failed to load resource');
    if (['error', 'warning'].includes(message.type()) && !isOwnStatus) complaints.push(message.text());
  });
  tab.on('pageerror', (error) => complaints.push(error.message));
  tab.on('request', (request) => {
    if (!origins.includes(new URL(request.url()).origin)) complaints.push(`asked for ${request.url()}`);
  });
  tab.on('response', (response) => {
    const isPage = response.request().isNavigationRequest();
    if (response.status() >= 400 && !isPage) complaints.push(`${response.url()} was answered ${response.status()}`);
  });
  return complaints;
}
