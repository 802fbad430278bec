// Until the last caller asks put-record-service.ts itself.
export { putRecord } from './put-record-service.ts';
