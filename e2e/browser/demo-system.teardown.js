/** Ends what demo-system.setup.js started. */
export default async function endDemo() {
  await globalThis.endDemo();
}
