#pragma once

#include <lede/base/error.hpp>

namespace lede {

/// A store cannot be reached, refuses what is asked, or answers with what cannot be understood. The message names the
/// address, without any credentials.
class StoreError : public Error {
  public:
    using Error::Error;
};

}  // namespace lede
