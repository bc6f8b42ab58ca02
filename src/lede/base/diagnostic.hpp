#pragma once

#include <functional>
#include <string>

namespace lede {

enum class Severity { note, warning, error };

/// A doubt about the data that does not stop the job.
struct Diagnostic {
    Severity severity = Severity::warning;
    std::string where;  ///< file, file:line, or article id; may be empty
    std::string message;
};

/// Receives diagnostics. The library calls it from one thread at a time.
using DiagnosticSink = std::function<void(const Diagnostic&)>;

}  // namespace lede
