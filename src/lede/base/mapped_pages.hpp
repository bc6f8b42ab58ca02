#pragma once

#include <string_view>

namespace lede {

/// Tells the system that these bytes of a mapped file have been read and need stay in memory no longer; who looks at
/// them again gets them from the file. Only for views of a MappedFile: other memory would lose its content.
void release_pages(std::string_view bytes);

}  // namespace lede
