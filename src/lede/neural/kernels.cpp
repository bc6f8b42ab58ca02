#include <lede/neural/kernels.hpp>

namespace lede {

namespace {

const Kernels& best_kernels() {
#ifdef LEDE_X86_KERNELS
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") &&
        __builtin_cpu_supports("avx512bw"))
        return avx512_kernels;
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && __builtin_cpu_supports("f16c"))
        return avx2_kernels;
#endif
    return plain_kernels;
}

}  // namespace

const Kernels& kernels() {
    static const Kernels& best = best_kernels();
    return best;
}

}  // namespace lede
