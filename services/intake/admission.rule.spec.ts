import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { aReportedFigure, anEvent, BATCH, IntakeDoor, SOURCE, STRUCTURED } from './intake.testkit.js';

let door: IntakeDoor;

beforeEach(async () => {
  door = new IntakeDoor();
  await door.open();
});

afterEach(async () => {
  await door.close();
});

describe('who sends', () => {
  it.each([
    ['nobody', 401],
    ['demo-scrutiny', 403],
    ['demo-staff', 403],
    ['demo-auditor', 403],
    ['demo-admin', 403],
    ['demo-compiler', 403],
    ['demo-producer', 202],
    ['demo-importer', 202],
  ])('an application with the token %s is answered %d', async (token, expected) => {
    const { status, headers } = await door.sendOne(anEvent(), token);
    expect(status).toBe(expected);
    expect(headers['www-authenticate'] !== undefined).toBe(expected === 401);
    expect(door.log.calls).toHaveLength(expected === 202 ? 1 : 0);
  });

  it('must say so with a token', async () => {
    const { status, headers } = await door.request().set('Content-Type', STRUCTURED).send(JSON.stringify(anEvent()));
    expect(status).toBe(401);
    expect(headers['www-authenticate']).toBe('Bearer');
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
  });

  it('is asked before the body is read', async () => {
    const big = Buffer.alloc(5 * 1024 * 1024, ' ');
    expect((await door.send(big, BATCH, 'nobody')).status).toBe(401);
    expect((await door.send(big, BATCH, 'demo-staff')).status).toBe(403);
  });

  it('a compiler sends reported figures and evidence', async () => {
    const evidence = anEvent({
      type: 'charter.evidence.filed.v1',
      subject: 'S3-M58.2025-26',
      data: { measure: 'S3-M58', year: '2025-26', title: 'Synthetic title', summary: 'Synthetic summary' },
    });
    const { status, body } = await door.sendBatch([aReportedFigure(), evidence], 'demo-compiler');
    expect({ status, body }).toEqual({ status: 202, body: { accepted: 2, rejected: [] } });
  });

  it('a compiler gets 403 for any other fact, and nothing of the batch is taken', async () => {
    expect((await door.sendBatch([aReportedFigure(), anEvent()], 'demo-compiler')).status).toBe(403);
    expect(door.log.calls).toEqual([]);
  });

  it('a compiler hears of what is no fact at all as everyone does', async () => {
    const { status, body } = await door.sendBatch([aReportedFigure(), {}, 3], 'demo-compiler');
    expect(status).toBe(202);
    expect(body).toMatchObject({
      accepted: 1,
      rejected: [
        { index: 1, code: 'missing' },
        { index: 2, code: 'not-an-object' },
      ],
    });
  });

  it.each(['demo-producer', 'demo-compiler'])('%s may not say when a fact was recorded', async (token) => {
    const { status, body } = await door.sendOne(aReportedFigure({ recordedtime: '2026-03-03T10:00:00Z' }), token);
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ code: 'recorded-not-allowed', path: '/recordedtime' }]);
  });

  it('a producer keeps to its sources', async () => {
    const { status, body } = await door.sendBatch(
      [anEvent({ source: `${SOURCE}/north` }), anEvent({ source: 'https://elsewhere.example' })],
      'bound-producer',
    );
    expect(status).toBe(202);
    expect(body).toMatchObject({ accepted: 1, rejected: [{ index: 1, code: 'wrong-source', path: '/source' }] });
  });
});
