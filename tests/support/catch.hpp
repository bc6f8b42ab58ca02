#pragma once

/// The one include for tests: Catch2 3 where present, else the single header of 2.13.
#if LEDE_CATCH2_VERSION == 3
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif
