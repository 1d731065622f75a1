import { describe, expect, it } from '@jest/globals';
import { databaseNamedIn, withDatabase } from './mongo-url.codec.js';

describe('the URL of a store', () => {
  it.each([
    ['mongodb://127.0.0.1:27017/charter', 'charter', 'mongodb://127.0.0.1:27017/other'],
    ['mongodb://127.0.0.1:27017', undefined, 'mongodb://127.0.0.1:27017/other'],
    ['mongodb://127.0.0.1/?replicaSet=r', undefined, 'mongodb://127.0.0.1/other?replicaSet=r'],
    ['mongodb://u:p%2Fq@a:1,b:2/one%20two?tls=true', 'one two', 'mongodb://u:p%2Fq@a:1,b:2/other?tls=true'],
    ['mongodb+srv://u:p@cluster.example/charter', 'charter', 'mongodb+srv://u:p@cluster.example/other'],
  ])('%s names a database, and may name another', (url, database, other) => {
    expect(databaseNamedIn(url)).toBe(database);
    expect(withDatabase(url, 'other')).toBe(other);
    expect(databaseNamedIn(withDatabase(url, 'other'))).toBe('other');
  });
});
