// What needs Node: files on disk and Excel workbooks.
export { fileSource } from './file-source.ts';
