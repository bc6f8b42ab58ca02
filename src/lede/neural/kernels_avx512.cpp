#ifdef LEDE_X86_KERNELS
#define LEDE_KERNELS avx512_kernels
#define LEDE_KERNELS_NAME "avx512"
#define Eigen Eigen_avx512
#include <lede/neural/kernel_code.hpp>
#endif
