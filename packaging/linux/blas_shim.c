/* The part of BLAS and LAPACK that OpenCV calls, handed on to NumPy's OpenBLAS.
 *
 * The wheels of OpenCV and NumPy carry an OpenBLAS each, 38 and 23 MB. NumPy's has 64-bit integers
 * and names of its own (scipy_dgesv_64_ for dgesv_), so OpenCV cannot be linked to it as it is:
 * each function here widens its integers, calls NumPy's, and narrows what comes back.
 *
 * Interfaces as in the reference BLAS and LAPACK (netlib.org). Fortran passes everything by
 * address, and the length of each string as one more argument at the end.
 */
#include <stdint.h>
#include <stdlib.h>

typedef int32_t narrow;
typedef int64_t wide;

static wide smaller(narrow a, narrow b) { return a < b ? a : b; }

/* LAPACK's answer to "out of memory" does not exist; its callers take a positive one for failure. */
enum { NO_MEMORY = 1 };

#define GEMM(name, scalar)                                                                        \
    void scipy_cblas_##name##64_(int, int, int, wide, wide, wide, scalar, const void *, wide,     \
                                 const void *, wide, scalar, void *, wide);                       \
    void cblas_##name(int order, int ta, int tb, narrow m, narrow n, narrow k, scalar alpha,      \
                      const void *a, narrow lda, const void *b, narrow ldb, scalar beta, void *c, \
                      narrow ldc) {                                                               \
        scipy_cblas_##name##64_(order, ta, tb, m, n, k, alpha, a, lda, b, ldb, beta, c, ldc);     \
    }

GEMM(sgemm, float)
GEMM(dgemm, double)
GEMM(cgemm, const void *)
GEMM(zgemm, const void *)

/* Solve A X = B by LU: the row exchanges come back as integers. */
#define GESV(name, real)                                                                          \
    void scipy_##name##_64_(wide *, wide *, real *, wide *, wide *, real *, wide *, wide *);      \
    void name##_(narrow *n, narrow *nrhs, real *a, narrow *lda, narrow *ipiv, real *b,            \
                 narrow *ldb, narrow *info) {                                                     \
        wide n_ = *n, nrhs_ = *nrhs, lda_ = *lda, ldb_ = *ldb, info_ = 0;                         \
        wide *pivots = malloc(((size_t)(*n > 0 ? *n : 0) + 1) * sizeof *pivots);                  \
        if (!pivots) { *info = NO_MEMORY; return; }                                               \
        scipy_##name##_64_(&n_, &nrhs_, a, &lda_, pivots, b, &ldb_, &info_);                      \
        for (wide i = 0; info_ >= 0 && i < n_; i++) ipiv[i] = (narrow)pivots[i];                  \
        free(pivots);                                                                             \
        *info = (narrow)info_;                                                                    \
    }

GESV(sgesv, float)
GESV(dgesv, double)

#define GETRF(name, real)                                                                         \
    void scipy_##name##_64_(wide *, wide *, real *, wide *, wide *, wide *);                      \
    void name##_(narrow *m, narrow *n, real *a, narrow *lda, narrow *ipiv, narrow *info) {        \
        wide m_ = *m, n_ = *n, lda_ = *lda, info_ = 0, count = smaller(*m, *n);                   \
        wide *pivots = malloc(((size_t)(count > 0 ? count : 0) + 1) * sizeof *pivots);            \
        if (!pivots) { *info = NO_MEMORY; return; }                                               \
        scipy_##name##_64_(&m_, &n_, a, &lda_, pivots, &info_);                                   \
        for (wide i = 0; info_ >= 0 && i < count; i++) ipiv[i] = (narrow)pivots[i];               \
        free(pivots);                                                                             \
        *info = (narrow)info_;                                                                    \
    }

GETRF(sgetrf, float)
GETRF(dgetrf, double)

#define POSV(name, real)                                                                          \
    void scipy_##name##_64_(char *, wide *, wide *, real *, wide *, real *, wide *, wide *,       \
                            size_t);                                                              \
    void name##_(char *uplo, narrow *n, narrow *nrhs, real *a, narrow *lda, real *b, narrow *ldb, \
                 narrow *info) {                                                                  \
        wide n_ = *n, nrhs_ = *nrhs, lda_ = *lda, ldb_ = *ldb, info_ = 0;                         \
        scipy_##name##_64_(uplo, &n_, &nrhs_, a, &lda_, b, &ldb_, &info_, 1);                     \
        *info = (narrow)info_;                                                                    \
    }

POSV(sposv, float)
POSV(dposv, double)

#define POTRF(name, real)                                                                         \
    void scipy_##name##_64_(char *, wide *, real *, wide *, wide *, size_t);                      \
    void name##_(char *uplo, narrow *n, real *a, narrow *lda, narrow *info) {                     \
        wide n_ = *n, lda_ = *lda, info_ = 0;                                                     \
        scipy_##name##_64_(uplo, &n_, a, &lda_, &info_, 1);                                       \
        *info = (narrow)info_;                                                                    \
    }

POTRF(spotrf, float)
POTRF(dpotrf, double)

#define GELS(name, real)                                                                          \
    void scipy_##name##_64_(char *, wide *, wide *, wide *, real *, wide *, real *, wide *,       \
                            real *, wide *, wide *, size_t);                                      \
    void name##_(char *trans, narrow *m, narrow *n, narrow *nrhs, real *a, narrow *lda, real *b,  \
                 narrow *ldb, real *work, narrow *lwork, narrow *info) {                          \
        wide m_ = *m, n_ = *n, nrhs_ = *nrhs, lda_ = *lda, ldb_ = *ldb, lwork_ = *lwork;          \
        wide info_ = 0;                                                                           \
        scipy_##name##_64_(trans, &m_, &n_, &nrhs_, a, &lda_, b, &ldb_, work, &lwork_, &info_,    \
                           1);                                                                    \
        *info = (narrow)info_;                                                                    \
    }

GELS(sgels, float)
GELS(dgels, double)

#define GEQRF(name, real)                                                                         \
    void scipy_##name##_64_(wide *, wide *, real *, wide *, real *, real *, wide *, wide *);      \
    void name##_(narrow *m, narrow *n, real *a, narrow *lda, real *tau, real *work,               \
                 narrow *lwork, narrow *info) {                                                   \
        wide m_ = *m, n_ = *n, lda_ = *lda, lwork_ = *lwork, info_ = 0;                           \
        scipy_##name##_64_(&m_, &n_, a, &lda_, tau, work, &lwork_, &info_);                       \
        *info = (narrow)info_;                                                                    \
    }

GEQRF(sgeqrf, float)
GEQRF(dgeqrf, double)

/* Singular values; the integer workspace, 8 min(m, n) long, holds nothing the caller reads. */
#define GESDD(name, real)                                                                         \
    void scipy_##name##_64_(char *, wide *, wide *, real *, wide *, real *, real *, wide *,       \
                            real *, wide *, real *, wide *, wide *, wide *, size_t);              \
    void name##_(char *jobz, narrow *m, narrow *n, real *a, narrow *lda, real *s, real *u,        \
                 narrow *ldu, real *vt, narrow *ldvt, real *work, narrow *lwork, narrow *iwork,   \
                 narrow *info) {                                                                  \
        (void)iwork;                                                                              \
        wide m_ = *m, n_ = *n, lda_ = *lda, ldu_ = *ldu, ldvt_ = *ldvt, lwork_ = *lwork;          \
        wide info_ = 0, count = smaller(*m, *n);                                                  \
        wide *integers = malloc((8 * (size_t)(count > 0 ? count : 0) + 1) * sizeof *integers);    \
        if (!integers) { *info = NO_MEMORY; return; }                                             \
        scipy_##name##_64_(jobz, &m_, &n_, a, &lda_, s, u, &ldu_, vt, &ldvt_, work, &lwork_,      \
                           integers, &info_, 1);                                                  \
        free(integers);                                                                           \
        *info = (narrow)info_;                                                                    \
    }

GESDD(sgesdd, float)
GESDD(dgesdd, double)

/* Eigenvalues of a general matrix. */
void scipy_dgeev_64_(char *, char *, wide *, double *, wide *, double *, double *, double *, wide *,
                     double *, wide *, double *, wide *, wide *, size_t, size_t);
void dgeev_(char *jobvl, char *jobvr, narrow *n, double *a, narrow *lda, double *wr, double *wi,
            double *vl, narrow *ldvl, double *vr, narrow *ldvr, double *work, narrow *lwork,
            narrow *info) {
    wide n_ = *n, lda_ = *lda, ldvl_ = *ldvl, ldvr_ = *ldvr, lwork_ = *lwork, info_ = 0;
    scipy_dgeev_64_(jobvl, jobvr, &n_, a, &lda_, wr, wi, vl, &ldvl_, vr, &ldvr_, work, &lwork_,
                    &info_, 1, 1);
    *info = (narrow)info_;
}
