namespace StaticNet.Datasets.Tests;

public sealed class TextFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Texts_come_class_by_class_in_ordinal_order()
    {
        Fill();
        LabelledTexts texts = TextFolder.Load(_folder.Path);
        Assert.Equal(["Zoo", "neg", "pos"], texts.ClassNames);
        Assert.Equal(["z", "bad", "deeper", "good film", "fine film"], texts.Texts);
        Assert.Equal([0, 1, 1, 2, 2], texts.Labels.ToArray());
        Assert.Equal(5, texts.Count);
    }

    [Fact]
    public void Texts_go_into_a_vectorization()
    {
        Fill();
        LabelledTexts texts = TextFolder.Load(_folder.Path);
        var vectorization = new TextVectorization { OutputSequenceLength = 3 };
        vectorization.Adapt(texts.Texts);
        Dataset<int, int> data = texts.ToDataset(vectorization);
        Assert.Equal((5, 3), (data.Count, data.InputSize));
        Assert.Equal([0, 1, 1, 2, 2], data.Targets.ToArray());
    }

    [Fact]
    public void Split_parts_by_seed()
    {
        Fill();
        LabelledTexts texts = TextFolder.Load(_folder.Path);
        var (train, test) = texts.Split(0.4f, seed: 3);
        Assert.Equal((3, 2), (train.Count, test.Count));
        Assert.Equal(texts.Texts.Order(), train.Texts.Concat(test.Texts).Order());
        Assert.Equal(train.Texts, texts.Split(0.4f, seed: 3).Head.Texts);
        foreach (var (text, label) in train.Texts.Zip(train.Labels.ToArray()))
            Assert.Equal(texts.Labels.Span[texts.Texts.ToList().IndexOf(text)], label);
        Assert.Throws<ArgumentOutOfRangeException>(() => texts.Split(1, 1));
    }

    [Fact]
    public void Folders_without_texts_are_refused()
    {
        Assert.Throws<DirectoryNotFoundException>(() => TextFolder.Load(_folder.Sub("none")));
        Assert.Contains("has no folder", Assert.Throws<InvalidDataException>(() => TextFolder.Load(_folder.Path)).Message, StringComparison.Ordinal);
        Directory.CreateDirectory(_folder.Sub("a"));
        Assert.Contains("no file that ends with .txt", Assert.Throws<InvalidDataException>(() => TextFolder.Load(_folder.Path)).Message, StringComparison.Ordinal);
        string path = _folder.Write("a/latin.txt", [0xE9]);
        Assert.Equal($"{path} cannot be read: it is not UTF-8. Save it as UTF-8.", Assert.Throws<InvalidDataException>(() => TextFolder.Load(_folder.Path)).Message);
    }

    [Fact]
    public void Links_do_not_lead_in_circles()
    {
        Fill();
        Directory.CreateSymbolicLink(_folder.Sub("pos/circle"), _folder.Path);
        Assert.Equal(5, TextFolder.Load(_folder.Path).Count);
    }

    private void Fill()
    {
        _folder.Write("pos/b.TXT", "fine film"u8.ToArray());
        _folder.Write("pos/a.txt", [0xEF, 0xBB, 0xBF, .. "good film"u8]);
        _folder.Write("neg/a.txt", "bad"u8.ToArray());
        _folder.Write("neg/deep/a.txt", "deeper"u8.ToArray());
        _folder.Write("neg/a.md", "no text"u8.ToArray());
        _folder.Write("Zoo/z.txt", "z"u8.ToArray());
        _folder.Write(".hidden/a.txt", "hidden"u8.ToArray());
        _folder.Write("loose.txt", "loose"u8.ToArray());
    }
}
