// Whatever a cable, a driver or a disk throws is a fault of the device and becomes a value: a printer never ends the program that prints.
import { LineFault, type LineFaultKind, type PrinterLine, type Transport } from './line.ts';

async function orFault<T>(kind: LineFaultKind, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof LineFault ? error : new LineFault(kind, error instanceof Error ? error.message : String(error));
  }
}

export const asDeviceFaults = ({ name, open }: Transport): Transport => ({
  name,
  async open(withinMs) {
    const line: PrinterLine = await orFault('unreachable', () => open(withinMs));
    return {
      send: (bytes, withinMs) => orFault('cutOff', () => line.send(bytes, withinMs)),
      status: (withinMs) => orFault('cutOff', () => line.status(withinMs)),
      isDone: (withinMs) => orFault('cutOff', () => line.isDone(withinMs)),
      forget: (clear, withinMs) => orFault('cutOff', () => line.forget(clear, withinMs)),
      isConfused: line.isConfused,
      // A line that cannot be closed is gone.
      close: () => orFault('cutOff', () => line.close()).catch(() => undefined),
      abort() {
        try {
          line.abort();
        } catch (error) {
          if (!(error instanceof Error)) throw error;
        }
      },
    };
  },
});
