// Style sheets are bundled beside the script: dist/webview/<name>.css.
declare module '*.css';
