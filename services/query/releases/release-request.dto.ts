import 'reflect-metadata';
import { ArrayMaxSize, ArrayUnique, IsIn, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { ROLES, type Role } from '../../../libs/access/role.rule.js';
import type { ReleaseState } from '../../../libs/publication/release.fact.js';

const STATES: readonly ReleaseState[] = ['provisional', 'final'];
const LONGEST_NOTE = 2_000;

/** The body of `POST /v1/releases` (contract: api, "The annual framework"), by its shape. */
export class ReleaseRequestDto {
  @Matches(/^\d{4}-\d{2}$/, { message: 'Takes a financial year: 2025-26.' })
  readonly year!: string;

  @IsIn(STATES, { message: 'Takes one state.', context: { allowed: STATES } })
  readonly state!: ReleaseState;

  /** For readers: why the release was made, or what is special about it. */
  @IsOptional()
  @IsString({ message: 'Takes a text.' })
  @MaxLength(LONGEST_NOTE, { message: `Takes at most ${LONGEST_NOTE} characters.` })
  readonly note: string = '';

  /** RFC 3339: until then nobody reads it but compiler, auditor and `preReleaseRoles`. */
  @IsOptional()
  @IsString({ message: 'Takes an instant: 2026-06-30T09:30:00+01:00.' })
  @Length(20, 35, { message: 'Takes an instant: 2026-06-30T09:30:00+01:00.' })
  readonly embargoUntil?: string;

  @IsOptional()
  @ArrayMaxSize(ROLES.length, { message: 'Takes roles, each once.' })
  @ArrayUnique({ message: 'Takes roles, each once.' })
  @IsIn(ROLES, { each: true, message: 'Takes roles, each once.', context: { allowed: ROLES } })
  readonly preReleaseRoles: readonly Role[] = [];
}
