import { eventChannelDocument } from './event-channel.document.js';

// Prints what docs/asyncapi.json holds. After `npm run build`:
// node dist/libs/events/main.js | npx prettier --parser json > docs/asyncapi.json
console.log(JSON.stringify(eventChannelDocument));
