// The version of the wire. It grows whenever a message, command, event or refusal changes its form;
// protocolPin.test.ts fails when a form has changed and this number has not.

export const protocolVersion = 3;
