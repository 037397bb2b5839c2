declare module 'virtual:planwright/engine-manifest' {
  /** The engine's files and the datasets of the course; undefined where no snapshots were built. */
  const manifest: import('../engine/manifest.ts').EngineManifest | undefined;
  export default manifest;
}
