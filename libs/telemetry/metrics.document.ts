import { plainText, type Operation } from '../openapi/operation.document.js';

export const metricsOperation: Operation = {
  id: 'readMetrics',
  summary: 'What the process measures of itself and of what it does',
  answers: { 200: plainText("Prometheus' text format, version 0.0.4.") },
};
