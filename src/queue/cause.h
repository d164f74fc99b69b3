// SPDX-License-Identifier: MIT
#pragma once

#include "base/enum_names.h"

namespace esep::queue {

/// Why a number in the queue moves (docs/queues.md). `other` is only in answers to the public.
enum class Cause { voucher, withdrawn, not_confirmed, outgrown, annulled, returned, priority, other };
inline constexpr EnumNames<Cause, 8> kCauseNames{{
    {Cause::voucher, "voucher"},
    {Cause::withdrawn, "withdrawn"},
    {Cause::not_confirmed, "not_confirmed"},
    {Cause::outgrown, "outgrown"},
    {Cause::annulled, "annulled"},
    {Cause::returned, "returned"},
    {Cause::priority, "priority"},
    {Cause::other, "other"},
}};
/// Who arrives makes a number rise; who leaves makes it fall.
[[nodiscard]] constexpr bool rises(Cause cause) { return cause == Cause::returned || cause == Cause::priority; }

}  // namespace esep::queue
