// The calls of winspool.drv through koffi, an optional package that is asked for only where a hall prints through Windows.
// Written from Microsoft's reference; not yet tried on Windows (docs/operating/printers.md).
import { LineFault } from '../printer/line.ts';
import type { SpoolerCalls } from './spooler.ts';

type Handle = bigint;
/** JOB_CONTROL_DELETE. */
const deleteJob = 5;
/** PRINTER_INFO_6 is one DWORD: the status. */
const statusLevel = 6;
/** Offset of Status in JOB_INFO_1W on 64 bits: the number, its padding and six pointers stand before it. */
const jobStatusOffset = 56;

export async function loadWinspool(): Promise<SpoolerCalls<Handle>> {
  if (process.platform !== 'win32') throw new LineFault('unreachable', 'the spooler of Windows is on Windows only');
  const { default: koffi } = await import('koffi').catch((error: unknown) => {
    throw new LineFault('unreachable', `the package koffi is not installed: ${error instanceof Error ? error.message : String(error)}`);
  });
  const lib = koffi.load('winspool.drv');
  // Without a name: a second printer may load these calls too.
  const docInfo = koffi.struct({ pDocName: 'str16', pOutputFile: 'str16', pDatatype: 'str16' });
  const open = lib.func('int __stdcall OpenPrinterW(str16 name, _Out_ intptr_t *handle, void *defaults)');
  const startDoc = lib.func('__stdcall', 'StartDocPrinterW', 'uint32_t', ['intptr_t', 'uint32_t', koffi.pointer(docInfo)]);
  const startPage = lib.func('int __stdcall StartPagePrinter(intptr_t printer)');
  const write = lib.func('int __stdcall WritePrinter(intptr_t printer, const uint8_t *bytes, uint32_t count, _Out_ uint32_t *written)');
  const endPage = lib.func('int __stdcall EndPagePrinter(intptr_t printer)');
  const endDoc = lib.func('int __stdcall EndDocPrinter(intptr_t printer)');
  const close = lib.func('int __stdcall ClosePrinter(intptr_t printer)');
  const getPrinter = lib.func('int __stdcall GetPrinterW(intptr_t printer, uint32_t level, _Out_ uint8_t *info, uint32_t size, _Out_ uint32_t *needed)');
  const getJob = lib.func('int __stdcall GetJobW(intptr_t printer, uint32_t job, uint32_t level, _Out_ uint8_t *info, uint32_t size, _Out_ uint32_t *needed)');
  const setJob = lib.func('int __stdcall SetJobW(intptr_t printer, uint32_t job, uint32_t level, void *info, uint32_t command)');
  return {
    open(printer) {
      const handle = [0n];
      return open(printer, handle, null) === 0 ? null : BigInt(handle[0] ?? 0n);
    },
    startDocument(handle, name) {
      const job = Number(startDoc(handle, 1, { pDocName: name, pOutputFile: null, pDatatype: 'RAW' }));
      if (job !== 0 && startPage(handle) === 0) {
        endDoc(handle);
        return 0;
      }
      return job;
    },
    write(handle, bytes) {
      const written = [0];
      return write(handle, bytes, bytes.length, written) === 0 ? 0 : Number(written[0]);
    },
    endDocument(handle) {
      const page = endPage(handle);
      return endDoc(handle) !== 0 && page !== 0;
    },
    printerStatus(handle) {
      const info = Buffer.alloc(64);
      return getPrinter(handle, statusLevel, info, info.length, [0]) === 0 ? null : info.readUInt32LE(0);
    },
    jobStatus(handle, job) {
      const info = Buffer.alloc(8_192);
      return getJob(handle, job, 1, info, info.length, [0]) === 0 ? null : info.readUInt32LE(jobStatusOffset);
    },
    deleteJob: (handle, job) => setJob(handle, job, 0, null, deleteJob) !== 0,
    close(handle) {
      close(handle);
    },
  };
}
