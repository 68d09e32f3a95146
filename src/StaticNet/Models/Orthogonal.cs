namespace StaticNet;

/// <summary>
/// Random orthogonal matrices as Keras draws them: Q of the QR decomposition of a normal matrix, its columns multiplied by the signs of
/// R's diagonal.
/// </summary>
internal static class Orthogonal
{
    /// <summary>Fills a matrix, row by row: its columns become orthogonal, or its rows where they are fewer.</summary>
    public static void Fill(Span<float> values, int rows, int columns, ref RandomSource random)
    {
        int length = Math.Max(rows, columns), count = Math.Min(rows, columns);
        var vectors = new double[count][];
        for (int i = 0; i < count; i++)
            vectors[i] = new double[length];
        for (int place = 0; place < length; place++)
        {
            for (int i = 0; i < count; i++)
                vectors[i][place] = random.NextNormal();
        }

        for (int i = 0; i < count; i++)
        {
            // The decomposition by Gram and Schmidt makes the diagonal of R positive. The second time takes away what the first left by rounding.
            for (int time = 0; time < 2; time++)
            {
                for (int j = 0; j < i; j++)
                    Subtract(vectors[i], vectors[j], Dot(vectors[i], vectors[j]));
            }

            double norm = Math.Sqrt(Dot(vectors[i], vectors[i]));
            for (int place = 0; place < length; place++)
                values[rows < columns ? (i * columns) + place : (place * columns) + i] = (float)(vectors[i][place] / norm);
            Subtract(vectors[i], vectors[i], 1 - (1 / norm));
        }
    }

    private static double Dot(double[] left, double[] right)
    {
        double sum = 0;
        for (int i = 0; i < left.Length; i++)
            sum += left[i] * right[i];
        return sum;
    }

    private static void Subtract(double[] target, double[] source, double factor)
    {
        for (int i = 0; i < target.Length; i++)
            target[i] -= factor * source[i];
    }
}
