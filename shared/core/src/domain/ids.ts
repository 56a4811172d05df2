// The identities used in the hall, each a branded string with the pattern it is checked by.
// Not here: numbers such as A001. They are for people's eyes and identify nothing by themselves.
import { z } from 'zod';

/** Born on the device when the confirming button is shown (rule N6); UUIDv7 keeps the index short. */
export const commandIdSchema = z.uuid().brand<'CommandId'>();
export type CommandId = z.infer<typeof commandIdSchema>;

/** `epoch.sequence` of the event that made it: unique over restores, small on the wire. */
const bornOfEvent = /^[0-9]{1,6}\.[0-9]{1,12}$/;
export const ticketIdSchema = z.string().regex(bornOfEvent).brand<'TicketId'>();
export type TicketId = z.infer<typeof ticketIdSchema>;
export const recordIdSchema = z.string().regex(bornOfEvent).brand<'RecordId'>();
export type RecordId = z.infer<typeof recordIdSchema>;

/** `epoch.sequence` of its booking. */
export const appointmentIdSchema = z.string().regex(bornOfEvent).brand<'AppointmentId'>();
export type AppointmentId = z.infer<typeof appointmentIdSchema>;

/** Random name of a visitor whose person only the side store knows (V1). */
export const visitorIdSchema = z.string().regex(/^[0-9a-f]{32}$/).brand<'VisitorId'>();
export type VisitorId = z.infer<typeof visitorIdSchema>;

/** Random names of words and files whose content only the side store holds (V1). */
export const textRefSchema = z.string().regex(/^[0-9a-f]{32}$/).brand<'TextRef'>();
export type TextRef = z.infer<typeof textRefSchema>;
export const fileRefSchema = z.string().regex(/^[0-9a-f]{32}$/).brand<'FileRef'>();
export type FileRef = z.infer<typeof fileRefSchema>;

/** SHA-256 of a device's public key, base64url: its name for ever. */
export const deviceIdSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/).brand<'DeviceId'>();
export type DeviceId = z.infer<typeof deviceIdSchema>;

const planName = /^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/;
export const queueIdSchema = z.string().regex(planName).brand<'QueueId'>();
export type QueueId = z.infer<typeof queueIdSchema>;
export const serviceIdSchema = z.string().regex(planName).brand<'ServiceId'>();
export type ServiceId = z.infer<typeof serviceIdSchema>;
export const departmentIdSchema = z.string().regex(planName).brand<'DepartmentId'>();
export type DepartmentId = z.infer<typeof departmentIdSchema>;
export const zoneIdSchema = z.string().regex(planName).brand<'ZoneId'>();
export type ZoneId = z.infer<typeof zoneIdSchema>;
export const classIdSchema = z.string().regex(planName).brand<'ClassId'>();
export type ClassId = z.infer<typeof classIdSchema>;
export const reasonIdSchema = z.string().regex(planName).brand<'ReasonId'>();
export type ReasonId = z.infer<typeof reasonIdSchema>;
export const boardIdSchema = z.string().regex(planName).brand<'BoardId'>();
export type BoardId = z.infer<typeof boardIdSchema>;
export const bookingIdSchema = z.string().regex(planName).brand<'BookingId'>();
export type BookingId = z.infer<typeof bookingIdSchema>;
export const hoursIdSchema = z.string().regex(planName).brand<'HoursId'>();
export type HoursId = z.infer<typeof hoursIdSchema>;
/** A person's work number. */
export const personIdSchema = z.string().regex(planName).brand<'PersonId'>();
export type PersonId = z.infer<typeof personIdSchema>;
/** The counter's number as people say it: "1" to "999". */
export const counterIdSchema = z.string().regex(/^[1-9][0-9]{0,2}$/).brand<'CounterId'>();
export type CounterId = z.infer<typeof counterIdSchema>;

/** Business day in the hall's time zone, `YYYY-MM-DD`; opened and closed by events (rule N3). */
export const businessDaySchema = z.iso.date().brand<'BusinessDay'>();
export type BusinessDay = z.infer<typeof businessDaySchema>;

/** Time of day in the hall's zone, `HH:MM`. */
export const timeOfDaySchema = z.string().regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/);

/** A moment of hall time: whole milliseconds since 1970 UTC, from the server's one clock (rule T5). */
export const momentSchema = z.int().min(0).max(8_640_000_000_000_000);
